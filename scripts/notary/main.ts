/** The signer's entry: `npm run build -- notary` makes dist/notary/notary.mjs of it. */
import { main } from './command'

const done = await main(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`))
if (typeof done === 'number') process.exitCode = done
else for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void done.close())
