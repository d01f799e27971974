/** Lints snippets as if they stood at given paths, with the project's own configuration but without type information. */
import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'

let text = ''
for await (const chunk of process.stdin) text += chunk
const withoutTypes = {
  ...tseslint.configs.disableTypeChecked,
  languageOptions: { parserOptions: { projectService: false, project: false } },
}
const eslint = new ESLint({ overrideConfig: [withoutTypes] })
const answers = []
for (const { file, code } of JSON.parse(text)) {
  const [result] = await eslint.lintText(code, { filePath: file })
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message })))
}
process.stdout.write(JSON.stringify(answers))
