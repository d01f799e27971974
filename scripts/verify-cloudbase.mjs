/**
 * `npm run verify:cloudbase`: the store's conformance suite against a real CloudBase environment. Wants TCB_ENV,
 * TENCENTCLOUD_SECRETID and TENCENTCLOUD_SECRETKEY; TENCENTCLOUD_REGION (default ap-shanghai) and SHUIBANG_VERIFY_RATE
 * (requests a second, default 25) may be given. Exit code 0: every sentence holds; 1: some do not; 2: nothing was verified.
 */
import { spawn } from 'node:child_process'
import { bins, root } from './process/command.mjs'
import { setUp } from './setup.mjs'

const WANTED = ['TCB_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY']
const SUITES = ['conformance', 'transact', 'receipts', 'histories'].map((name) => `test/functions/core/store/${name}.test.ts`)

const say = (line) => process.stdout.write(`${line}\n`)
const missing = WANTED.filter((name) => !process.env[name])

if (missing.length > 0) {
  say(`Nothing was verified: ${missing.join(', ')} not set.`)
  say('This command runs the store’s conformance suite against a real CloudBase environment. In it, it makes collections whose')
  say('names begin with “verify_”, and takes them away afterwards. What rests on the emulator alone until then: docs/store.md.')
  process.exitCode = 2
} else {
  await setUp()
  say(`Verifying the store on the CloudBase environment ${process.env.TCB_ENV}.`)
  const child = spawn(process.execPath, [bins.jest, '--selectProjects=node', '--runInBand', '--testTimeout=600000', ...SUITES], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'test', SHUIBANG_VERIFY_CLOUDBASE: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => {
    process.exitCode = code === 0 ? 0 : 1
    say(code === 0 ? 'Every sentence holds on this environment.' : 'Some sentences do not hold on this environment, or could not be tried: see above.')
  })
}
