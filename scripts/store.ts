/** `npm run store -- apply | check`: the collections and indexes of a data folder. */
import { runStore } from '../platform/store/cli'

process.exitCode = await runStore({
  words: process.argv.slice(2),
  environment: process.env,
  say: (line) => process.stdout.write(`${line}\n`),
})
