/** `npm run docs [-- --check]`: writes what is generated from the registry and the contracts; `--check` only tells what is out of date. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { generateAll } from './generate/generate'

const checkOnly = process.argv.includes('--check')
const root = process.cwd()

const outOfDate = Object.entries(await generateAll(root)).filter(([file, text]) => {
  const at = path.join(root, file)
  return !existsSync(at) || readFileSync(at, 'utf8') !== text
})
for (const [file, text] of outOfDate) {
  if (!checkOnly) writeFileSync(path.join(root, file), text)
  process.stdout.write(`${file}: ${checkOnly ? 'out of date' : 'written'}\n`)
}
if (checkOnly && outOfDate.length > 0) process.exitCode = 1
