/** `npm run audit:verify`: see platform/audit/verify.ts. */
import { main } from '../platform/audit/verify'

process.exitCode = await main(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
