/** `npm run admin -- bootstrap | grant | import-halls | rotate-keys`. */
import { runAdmin } from '../platform/admin/cli'

process.exitCode = await runAdmin({
  words: process.argv.slice(2),
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
})
