/** `npm run data -- export | import | verify | backup | restore`. */
import { runData } from '../platform/data/cli'

process.exitCode = await runData({
  words: process.argv.slice(2),
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
})
