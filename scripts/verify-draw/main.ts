/** The stand-alone verifier's entry: `npm run build -- verifier` makes dist/verifier/verify-draw.mjs of it. */
import { main } from './command'

process.exitCode = await main(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
