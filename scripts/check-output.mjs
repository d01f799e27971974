/**
 * The gate for what was built: WeChat's own compilers, references between files, words where they belong, size budgets.
 * `node scripts/check-output.mjs [weapp folder] [web folder]`; a web folder named `-` is left out.
 */
import path from 'node:path'
import { root } from './process/command.mjs'
import { compilerProblems } from './weapp/compilers.mjs'
import { readOutput } from './weapp/output.mjs'
import { referenceProblems } from './weapp/references.mjs'
import { packageSizes, sizeProblems, sizeTable, webFirstPage } from './weapp/sizes.mjs'
import { wordProblems } from './weapp/words.mjs'

const [weapp = path.join(root, 'dist/weapp'), web = path.join(root, 'dist/h5')] = process.argv.slice(2)
const output = readOutput(weapp)
const sizes = [...packageSizes(output), ...(web === '-' ? [] : [webFirstPage(web)])]
const problems = [
  ...compilerProblems(output),
  ...referenceProblems(output),
  ...wordProblems(output, path.join(root, 'src/packages')),
  ...sizeProblems(sizes),
]
process.stdout.write(`${sizeTable(sizes)}\n`)
if (problems.length > 0) {
  process.stdout.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
