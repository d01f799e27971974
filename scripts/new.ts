/** `npm run new -- function <name>`: the skeleton of a function, compiling and tested; then everything derived is made anew. */
import { newFunction } from './new/new-function'

const [kind, name = ''] = process.argv.slice(2)
const say = (line: string): void => void process.stdout.write(`${line}\n`)

if (kind !== 'function') {
  say('npm run new -- function <name>')
  process.exitCode = 1
} else {
  try {
    for (const file of await newFunction(process.cwd(), name)) say(file)
    say(
      `\nNow: npm run docs, then npm run check. What ${name} is for is yours to say, beginning with its README.`,
    )
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
