// Each workload is a function body; its result must be equal in every engine.
export const WORKLOADS = {
  nbody: `
const make = (x, y, z, vx, vy, vz, mass) => ({ x, y, z, vx, vy, vz, mass });
const bodies = [
  make(0, 0, 0, 0, 0, 0, 39.47), make(4.84, -1.16, -0.10, 0.6, 2.8, -0.02, 0.037), make(8.34, 4.12, -0.4, -1.01, 1.8, 0.008, 0.011),
  make(12.89, -15.11, -0.22, 1.08, 0.86, -0.01, 0.0017), make(15.37, -25.9, 0.179, 0.97, 0.59, -0.03, 0.002),
];
function advance(dt) {
  for (let i = 0; i < bodies.length; i++) {
    const a = bodies[i];
    for (let j = i + 1; j < bodies.length; j++) {
      const b = bodies[j];
      const dx = a.x - b.x, dy = a.y - b.y, dz = a.z - b.z;
      const d2 = dx * dx + dy * dy + dz * dz;
      const mag = dt / (d2 * Math.sqrt(d2));
      a.vx -= dx * b.mass * mag; a.vy -= dy * b.mass * mag; a.vz -= dz * b.mass * mag;
      b.vx += dx * a.mass * mag; b.vy += dy * a.mass * mag; b.vz += dz * a.mass * mag;
    }
  }
  for (const body of bodies) { body.x += dt * body.vx; body.y += dt * body.vy; body.z += dt * body.vz; }
}
for (let i = 0; i < 60000; i++) advance(0.001);
return Math.round(bodies[0].x * 1e9);`,
  fib: `function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); } return fib(27);`,
  sieve: `
const n = 400000; const composite = new Array(n + 1).fill(false); let count = 0;
for (let i = 2; i <= n; i++) { if (composite[i]) continue; count++; for (let j = i * 2; j <= n; j += i) composite[j] = true; }
return count;`,
  matrix: `
const n = 110; const a = [], b = [];
for (let i = 0; i < n; i++) { a[i] = []; b[i] = []; for (let j = 0; j < n; j++) { a[i][j] = i + j; b[i][j] = i - j; } }
let sum = 0;
for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) { let s = 0; for (let k = 0; k < n; k++) s += a[i][k] * b[k][j]; sum += s; }
return sum;`,
  classes: `
class Vec { constructor(x, y) { this.x = x; this.y = y; } add(o) { return new Vec(this.x + o.x, this.y + o.y); } get len() { return Math.hypot(this.x, this.y); } }
let v = new Vec(0, 0); for (let i = 0; i < 200000; i++) v = v.add(new Vec(i % 3, 1));
return Math.round(v.len);`,
  pipeline: `
const rows = []; for (let i = 0; i < 20000; i++) rows.push({ k: 'g' + (i % 17), v: i % 101, ok: i % 3 === 0 });
const groups = {};
for (const r of rows.filter((r) => r.ok).map((r) => ({ ...r, w: r.v * 2 }))) { const g = (groups[r.k] ??= { n: 0, s: 0 }); g.n++; g.s += r.w; }
return Object.entries(groups).map(([k, g]) => k + ':' + g.n + ':' + g.s).sort().join(',');`,
  strings: `
let out = 0; for (let i = 0; i < 20000; i++) { const s = \`item-\${i}-\${i % 7}\`; out += s.split('-').map((p) => p.length).reduce((a, b) => a + b, 0); if (/-(\\d)$/.test(s)) out++; }
return out;`,
};

/** A program of three lines: what a run costs over calling the same code natively. */
export const TINY = `const xs = [1, 2, 3];\nlet s = 0; for (const x of xs) s += x;\nreturn s;`;
