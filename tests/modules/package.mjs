export const mean = 1;
