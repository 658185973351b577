/** Records as a host has them: the objects are the host's own. */
export function makeRecords(count, from = 0) {
  const regions = ["north", "south", "east", "west", "centre"];
  return Array.from({ length: count }, (_, k) => {
    const i = k + from;
    return {
      id: i,
      region: regions[(i * 7) % 5],
      product: `p${(i * 13) % 97}`,
      price: ((i * 31) % 1000) / 10,
      count: (i * 17) % 20,
      open: i % 3 === 0,
    };
  });
}
