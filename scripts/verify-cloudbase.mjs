/**
 * `npm run verify:cloudbase`: the store's conformance suite against a real CloudBase environment. Wants TCB_ENV,
 * TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY; TENCENTCLOUD_REGION (default ap-shanghai) and SHUIBANG_VERIFY_RATE
 * (requests a second, default 25) may be given. An environment that holds other collections is refused, unless
 * SHUIBANG_VERIFY_SHARED=1 says that it may be loaded with thousands of calls all the same. Exit code 0: every sentence
 * holds; 1: some do not; 2: nothing was verified.
 */
import { spawn } from 'node:child_process'
import { bins, root } from './process/command.mjs'
import { bundle } from './run.mjs'
import { setUp } from './setup.mjs'

const WANTED = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
const SUITES = ['conformance', 'transact', 'receipts', 'histories'].map(
  (name) => `test/functions/core/store/${name}.test.ts`,
)

const say = (line) => process.stdout.write(`${line}\n`)
const missing = WANTED.filter((name) => !process.env[name])

/** @returns why nothing can be verified there, or nothing */
const obstacle = async () => {
  if (missing.length > 0) return [`${missing.join(', ')} not set.`]
  await setUp()
  const { standingIn } = await import(await bundle('test/harness/store/engines/cloudbase-foreign.ts'))
  try {
    const { foreign, left } = await standingIn(process.env)
    if (left.length > 0)
      say(`Left by a run that was broken off; delete them in the console: ${left.join(', ')}`)
    if (foreign.length === 0 || process.env.SHUIBANG_VERIFY_SHARED === '1') return []
    return [
      `${process.env.TCB_ENV} holds other collections: ${foreign.slice(0, 5).join(', ')}${foreign.length > 5 ? ', …' : ''}.`,
      'Take an environment of its own: thousands of calls would use up the quota of one that serves. SHUIBANG_VERIFY_SHARED=1 insists.',
    ]
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)]
  }
}

const lines = await obstacle()
if (lines.length > 0) {
  say(`Nothing was verified: ${lines.join('\n')}`)
  say(
    'This command runs the store’s conformance suite against a real CloudBase environment. In it, it makes collections whose',
  )
  say(
    'names begin with “verify_”, and takes them away afterwards. What rests on the emulator alone until then: docs/store.md.',
  )
  process.exitCode = 2
} else {
  say(`Verifying the store on the CloudBase environment ${process.env.TCB_ENV}.`)
  const child = spawn(
    process.execPath,
    [bins.jest, '--selectProjects=node', '--runInBand', '--testTimeout=600000', ...SUITES],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', SHUIBANG_VERIFY_CLOUDBASE: '1' },
    },
  )
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code === 0 ? 0 : 1
    say(
      code === 0
        ? 'Every sentence holds on this environment.'
        : 'Some sentences do not hold on this environment, or could not be tried: see above.',
    )
  })
}
