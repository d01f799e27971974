/** The stand-alone verifier, as a process of its own. */
import { main } from '../../scripts/verify-draw/command'

void main(process.argv.slice(2), (line) => void process.stdout.write(`${line}\n`)).then((code) => {
  process.exitCode = code
})
