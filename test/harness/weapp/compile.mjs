/** Reads a built mini-program folder (wxml, wxss, wxs, js, json) into what a browser can run. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import templateCompiler from 'glass-easel-template-compiler'
import { wxssToCss } from './wxss.mjs'

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )

/**
 * @param {string} root dist/weapp
 * @returns {{ modules: Record<string, string>, json: Record<string, any>, css: Record<string, string>, templates: string, problems: string[] }}
 */
export const compileOutput = (root) => {
  const group = new templateCompiler.TmplGroup()
  const result = { modules: {}, json: {}, css: {}, problems: [] }
  for (const file of filesIn(root).map((at) => path.relative(root, at).split(path.sep).join('/'))) {
    const extension = path.extname(file)
    const base = file.slice(0, -extension.length)
    const source = () => readFileSync(path.join(root, file), 'utf8')
    if (extension === '.wxml')
      result.problems.push(
        ...(group.addTmpl(base, source()) ?? []).map((problem) => `${file}: ${problem.message ?? problem}`),
      )
    if (extension === '.wxs') group.addScript(base, source())
    if (extension === '.js') result.modules[file] = source()
    if (extension === '.json') result.json[base] = JSON.parse(source())
    if (extension === '.wxss') result.css[base] = wxssToCss(root, file)
  }
  const templates = group.getTmplGenObjectGroups()
  group.free()
  return { ...result, templates }
}
