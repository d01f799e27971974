/** The words of a sub-package belong into it: none of its sentences may be found in WeChat's main package. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** English, since minifiers may write other letters as escapes; long enough to be nobody else's. */
const SENTENCE = /: ['"]([A-Za-z][^'"{}\\]{24,})['"],?$/gm

const sentencesOf = (file) => [...readFileSync(file, 'utf8').matchAll(SENTENCE)].map(([, text]) => text)

/**
 * @param {{ files: string[], packageOf: (file: string) => unknown, text: (file: string) => string }} output
 * @param {string} packages the folder of the sub-packages' sources
 * @returns {string[]}
 */
export const wordProblems = ({ files, packageOf, text }, packages) => {
  if (!existsSync(packages)) return []
  const main = files
    .filter((file) => file.endsWith('.js') && !packageOf(file))
    .map(text)
    .join('\n')
  return readdirSync(packages).flatMap((name) => {
    const file = path.join(packages, name, 'messages', 'en.ts')
    if (!existsSync(file)) return []
    const found = sentencesOf(file).find((sentence) => main.includes(sentence))
    return found === undefined ? [] : [`the words of packages/${name} are in the main package: “${found}”`]
  })
}
