/** `npm run fix`: what lint can mend by itself. */
import { bins, run } from './process/command.mjs'
import { setUp } from './setup.mjs'

await setUp()
const { ok } = await run([bins.eslint, '.', '--fix'], { quiet: false })
process.exitCode = ok ? 0 : 1
