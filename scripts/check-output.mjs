/** The gate for what was built: WeChat's own compilers, references between files, and size budgets. */
import path from 'node:path'
import { root } from './process/command.mjs'
import { compilerProblems } from './weapp/compilers.mjs'
import { readOutput } from './weapp/output.mjs'
import { referenceProblems } from './weapp/references.mjs'
import { packageSizes, sizeProblems, sizeTable, webFirstPage } from './weapp/sizes.mjs'

const output = readOutput(path.join(root, 'dist/weapp'))
const sizes = [...packageSizes(output), webFirstPage(path.join(root, 'dist/h5'))]
const problems = [...compilerProblems(output), ...referenceProblems(output), ...sizeProblems(sizes)]
process.stdout.write(`${sizeTable(sizes)}\n`)
if (problems.length > 0) {
  process.stdout.write(`${problems.join('\n')}\n`)
  process.exitCode = 1
}
