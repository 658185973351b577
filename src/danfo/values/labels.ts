export type Label = string | number;

/** Index labels; null stands for 0, 1, 2 … and costs nothing. */
export type Labels = readonly Label[] | null;

export function labelAt(labels: Labels, position: number): Label {
  return labels === null ? position : (labels[position] as Label);
}

export function labelList(labels: Labels, length: number): Label[] {
  return labels === null ? Array.from({ length }, (_, i) => i) : labels.slice();
}

export function takeLabels(labels: Labels, positions: ArrayLike<number>): Labels {
  return Array.from(positions, (position) => labelAt(labels, position));
}

/** First position of each label; 1 and "1" are two labels. */
export function labelPositions(labels: Labels, length: number): ReadonlyMap<Label, number> {
  const positions = new Map<Label, number>();
  for (let i = 0; i < length; i++) {
    const label = labelAt(labels, i);
    if (!positions.has(label)) positions.set(label, i);
  }
  return positions;
}
