/** `npm run fix`: what the formatter and lint can mend by themselves. */
import { bins, run } from './process/command.mjs'
import { setUp } from './setup.mjs'

await setUp()
const linted = await run([bins.eslint, '.', '--fix'], { quiet: false })
const formatted = await run([bins.prettier, '.', '--write', '--log-level', 'warn'], { quiet: false })
process.exitCode = linted.ok && formatted.ok ? 0 : 1
