/** The project's own lint rules: `shuibang/boundaries`, `shuibang/zod-namespace` and `shuibang/hot-outside-commits`. */
import path from 'node:path'
import { refusalOf } from './boundaries.mjs'
import { hotOutsideCommits } from './hot.mjs'

const allTypes = (specifiers, kind) =>
  specifiers.length > 0 && specifiers.every((specifier) => specifier[kind] === 'type')
const isTypeOnly = (node) =>
  node.importKind === 'type' ||
  node.exportKind === 'type' ||
  allTypes(node.specifiers ?? [], 'importKind') ||
  allTypes(node.specifiers ?? [], 'exportKind')

const boundaries = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{ why }}' } },
  create(context) {
    const from = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const check = (node, source, typeOnly) => {
      if (typeof source?.value !== 'string') return
      const why = refusalOf({ from, source: source.value, typeOnly })
      if (why) context.report({ node: source, messageId: 'refused', data: { why } })
    }
    const declaration = (node) => check(node, node.source, isTypeOnly(node))
    return {
      ImportDeclaration: declaration,
      ExportNamedDeclaration: declaration,
      ExportAllDeclaration: declaration,
      ImportExpression: (node) => check(node, node.source, false),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal, true),
      'CallExpression[callee.name="require"]': (node) => check(node, node.arguments[0], false),
    }
  },
}

const zodNamespace = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      named:
        "write import * as z from 'zod/mini' (elsewhere 'zod'): a named import bundles every locale (444 kB)",
    },
  },
  create: (context) => ({
    'ImportDeclaration[source.value=/^zod/][importKind!="type"] > :matches(ImportSpecifier, ImportDefaultSpecifier)':
      (node) => context.report({ node, messageId: 'named' }),
  }),
}

export const plugin = {
  meta: { name: 'shuibang' },
  rules: { boundaries, 'zod-namespace': zodNamespace, 'hot-outside-commits': hotOutsideCommits },
}
