/** The emulator as the process that `npm start -- --store cloudbase` runs: SIGKILL loses nothing answered; it ends with its parent's interest. */
import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Emulator } from '../../../harness/cloudbase/emulator'
import { appOf } from './sdk'

type Told = Pick<Emulator, 'serviceUrl' | 'managementUrl' | 'secretId' | 'secretKey'> & {
  readonly environment: string
}

const root = join(__dirname, '../../../..')
const bundle = join(root, '.cache', 'children', `emulator-${process.pid}.mjs`)
const folder = mkdtempSync(join(tmpdir(), 'shuibang-emulator-'))
beforeAll(() =>
  build({
    entryPoints: [join(root, 'test/harness/cloudbase/serve.ts')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile: bundle,
    logLevel: 'error',
  }),
)
afterAll(() => [folder, bundle].forEach((path) => rmSync(path, { recursive: true, force: true })))

const start = async (): Promise<{
  readonly child: ChildProcess
  readonly told: Told
  readonly ended: Promise<unknown>
}> => {
  const child = fork(bundle, [join(folder, 'kept.jsonl')], { cwd: root, execArgv: [] })
  const ended = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
  return {
    child,
    told: await new Promise<Told>((resolve) => child.once('message', (message) => resolve(message as Told))),
    ended,
  }
}
const slotsOf = (told: Told) => appOf(told, { id: told.environment }).database().collection('slots')

test('what was answered before a SIGKILL is there afterwards; let go of, it ends by itself, and Ctrl-C is not its matter', async () => {
  const first = await start()
  await appOf(first.told, { id: first.told.environment }).database().createCollection('slots')
  let answered = 0
  const writing = (async () => {
    for (let n = 0; ; n += 1) {
      await slotsOf(first.told).add({ _id: `s${n}` })
      answered = n + 1
      if (answered === 20) first.child.kill('SIGKILL')
    }
  })()
  await expect(writing).rejects.toThrow()
  expect(await first.ended).toBe('SIGKILL')
  const second = await start()
  const { total } = await slotsOf(second.told).count()
  expect([answered, answered + 1]).toContain(total)
  expect(answered).toBeGreaterThanOrEqual(20)
  second.child.kill('SIGINT')
  expect((await slotsOf(second.told).count()).total).toBe(total)
  second.child.disconnect()
  expect(await second.ended).toBe(0)
})
