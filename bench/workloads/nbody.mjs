import { computes } from "./kinds.mjs";

export const workload = computes(
  "nbody",
  "n-body",
  { tiny: 50, small: 5000, full: 100_000 },
  (size) => `
const make = (x, y, z, vx, vy, vz, mass) => ({ x, y, z, vx, vy, vz, mass });
const bodies = [
  make(0, 0, 0, 0, 0, 0, 39.47),
  make(4.84, -1.16, -0.1, 0.6, 2.8, -0.02, 0.037),
  make(8.34, 4.12, -0.4, -1.01, 1.8, 0.008, 0.011),
  make(12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017),
  make(15.37, -25.9, 0.179, 0.97, 0.59, -0.03, 0.002),
];
function advance(dt) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x;
      const dy = a.y - b.y;
      const dz = a.z - b.z;
      const d2 = dx * dx + dy * dy + dz * dz;
      const mag = dt / (d2 * Math.sqrt(d2));
      a.vx -= dx * b.mass * mag;
      a.vy -= dy * b.mass * mag;
      a.vz -= dz * b.mass * mag;
      b.vx += dx * a.mass * mag;
      b.vy += dy * a.mass * mag;
      b.vz += dz * a.mass * mag;
    }
  }
  for (const body of bodies) {
    body.x += dt * body.vx;
    body.y += dt * body.vy;
    body.z += dt * body.vz;
  }
}
for (let i = 0; i < ${size}; i++) advance(0.001);
return Math.round(bodies[0].x * 1e6);`,
);
