/** `node scripts/run.mjs <file.ts> [words …]`: bundles a TypeScript entry, packages left outside, and runs it. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './process/command.mjs'
import { setUp } from './setup.mjs'

const REQUIRE =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

/** @returns {Promise<string>} the bundle's path, inside the project so that packages resolve */
export const bundle = async (entry) => {
  const { build } = await import('esbuild')
  const outfile = path.join(root, '.cache', 'run', `${entry.replace(/[\\/]/g, '-').replace(/\.ts$/, '')}.mjs`)
  await build({
    entryPoints: [path.resolve(root, entry)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
  return outfile
}

const [entry, ...words] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename) {
  if (!entry) throw new Error('usage: node scripts/run.mjs <file.ts> [words …]')
  await setUp()
  const child = spawn(process.execPath, ['--enable-source-maps', await bundle(entry), ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : (code ?? 1)
  })
}
