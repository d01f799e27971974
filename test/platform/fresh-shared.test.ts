/** A second build with a cache carries the code of today, in what several sub-packages share too. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import webpack, { type Compilation, type Compiler, type WebpackPluginInstance } from 'webpack'

const FreshShared = createRequire(__filename)(
  '../../config/fresh-shared.js',
) as new () => WebpackPluginInstance
const COPY = 'packages/one/sub-common/shared.js'

/** Copies late, as Taro's plugin does: the copy's hash is no function of what it holds. */
class CopiesLate {
  apply(compiler: Compiler): void {
    compiler.hooks.compilation.tap('CopiesLate', (compilation: Compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_ANALYSE
      compilation.hooks.processAssets.tapAsync({ name: 'CopiesLate', stage }, (assets, done) => {
        const source = assets['sub-common/shared.js']
        if (source)
          assets[COPY] = {
            size: () => source.size(),
            source: () => source.source(),
            updateHash: () => undefined,
            buffer: () => source.buffer(),
            map: () => null,
            sourceAndMap: () => ({ source: source.source(), map: null }),
          } as unknown as (typeof assets)[string]
        done()
      })
    })
  }
}

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shuibang-fresh-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const build = async (word: string, plugins: readonly WebpackPluginInstance[]): Promise<void> => {
  const source = path.join(folder, 'shared.js')
  writeFileSync(source, `globalThis.said = function (name) { return '${word} ' + name }`)
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: { 'sub-common/shared': source },
    output: { path: path.join(folder, 'out'), filename: '[name].js' },
    cache: { type: 'filesystem', cacheDirectory: path.join(folder, 'cache') },
    plugins: [new CopiesLate(), ...plugins],
  })
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(),
    ),
  )
  // The cache is written when it closes.
  await new Promise<void>((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())))
}

/** Builds twice with one cache, the second time from changed code; answers the copy of the second build. */
const secondBuild = async (plugins: readonly WebpackPluginInstance[]): Promise<string> => {
  await build('yesterday', plugins)
  await build('today', plugins)
  return readFileSync(path.join(folder, 'out', COPY), 'utf8')
}

it('is stale as Taro copies it, or this guard is needed no longer', async () => {
  expect(await secondBuild([])).toContain('yesterday')
})

it('is of today with the guard', async () => {
  const copy = await secondBuild([new FreshShared()])
  expect(copy).toContain('today')
  expect(copy).not.toContain('yesterday')
})
