// The native command: by stage, with two jobs, on long pages, over many pages.
import {spawn, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {once} from 'node:events';
import {performance} from 'node:perf_hooks';

/** One run of `lectern batch --timings`: milliseconds by stage. */
export function stages(lectern, file) {
  const run = spawnSync(lectern, ['batch', '--jobs', '1', '--timings', '--development-no-time-limit', file],
    {maxBuffer: 1 << 30, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});
  if (run.status !== 0) throw new Error(run.stderr);
  return Object.fromEntries(run.stderr.trimEnd().split('\n').map((line) => [line.split(/\s+/)[0], Number(line.split(/\s+/)[1])]));
}

/** Milliseconds of a whole run, from start to end. */
export function wall(lectern, file, jobs) {
  const start = performance.now();
  const run = spawnSync(lectern, ['batch', '--jobs', String(jobs), file], {maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'inherit']});
  if (run.status !== 0) throw new Error(`lectern ended with ${run.status}`);
  return performance.now() - start;
}

/** Megabytes that a command held at most. */
export function peakMegabytes(command, args) {
  const script = 'import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True); ' +
    'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)';
  const run = spawnSync('python3', ['-c', script, command, ...args], {encoding: 'utf8'});
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout) * 1024 / 1e6;
}

/** Megabytes held after each tenth of a stream of `count` pages. */
export async function memoryOverStream(lectern, lines, count) {
  const batch = spawn(lectern, ['batch', '--jobs', '1'], {stdio: ['pipe', 'pipe', 'inherit']});
  const samples = [];
  let answered = 0;
  batch.stdout.on('data', (bytes) => {
    for (const byte of bytes) {
      if (byte !== 10 || ++answered % (count / 10) !== 0) continue;
      const held = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${batch.pid}/status`, 'utf8'));
      if (held) samples.push(Number(held[1]) * 1024 / 1e6);
    }
  });
  for (let i = 0; i < count; ++i) {
    if (!batch.stdin.write(lines[i % lines.length])) await once(batch.stdin, 'drain');
  }
  batch.stdin.end();
  await once(batch, 'close');
  if (answered !== count) throw new Error(`${answered} answers to ${count} pages`);
  return samples;
}
