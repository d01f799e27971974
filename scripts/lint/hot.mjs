/**
 * `shuibang/hot-outside-commits`: documents that many write at once (`hot: true` in a function's collections.ts) change by
 * `store.patch`, outside any commit. Inside one, their lock would be held for all of the commit's round trips.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

const propertyOf = (literal, name) =>
  literal.properties.find((property) => ts.isPropertyAssignment(property) && property.name.text === name)
    ?.initializer

/** @returns {[variable: string, name: string] | undefined} of `export const variable = defineCollection({ name, hot: true })` */
const hotDeclaration = ({ name: variable, initializer }) => {
  if (
    !initializer ||
    !ts.isCallExpression(initializer) ||
    initializer.expression.getText() !== 'defineCollection'
  )
    return undefined
  const [literal] = initializer.arguments
  if (!literal || !ts.isObjectLiteralExpression(literal)) return undefined
  const name = propertyOf(literal, 'name')
  return propertyOf(literal, 'hot')?.kind === ts.SyntaxKind.TrueKeyword && name
    ? [variable.text, name.text]
    : undefined
}

/** The hot collections that a file's text declares: the variable's name → the collection's. */
export const hotIn = (text) =>
  new Map(
    ts
      .createSourceFile('collections.ts', text, ts.ScriptTarget.Latest, true)
      .statements.filter(ts.isVariableStatement)
      .flatMap((statement) => statement.declarationList.declarations.map(hotDeclaration))
      .filter((found) => found !== undefined),
  )

/** Of every function of the project. */
const hotCollections = (root) => {
  const functions = path.join(root, 'functions')
  const found = readdirSync(functions).flatMap((feature) => {
    try {
      return [...hotIn(readFileSync(path.join(functions, feature, 'collections.ts'), 'utf8'))]
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
      throw error
    }
  })
  return new Map(found)
}

const known = new Map()
const hotOf = (root) => {
  if (!known.has(root)) known.set(root, hotCollections(root))
  return known.get(root)
}

const WRITES = new Set(['patch', 'replace', 'put'])
const CHANGES = new Set(['patch', 'replace', 'check'])

const keyed = (node, key) =>
  node.properties.find(
    (property) =>
      property.type === 'Property' && !property.computed && (property.key.name ?? property.key.value) === key,
  )?.value

export const hotOutsideCommits = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      written:
        '{{ name }} is hot: change it by store.patch, outside the commit, which would hold its lock for every round trip (inserting is fine)',
      read: '{{ name }} is hot: tx.get would check it at commit, and lock it; tx.peek, and guard what must hold by a patch outside',
    },
  },
  create(context) {
    const hot = hotOf(context.cwd)
    const names = new Set(hot.values())
    /** Local name → the collection's, for what is imported under another one. */
    const local = new Map(hot)
    const named = (node) => {
      if (node?.type === 'Identifier') return local.get(node.name)
      // a namespace: collections.slots
      return node?.type === 'MemberExpression' && !node.computed ? hot.get(node.property.name) : undefined
    }
    const collectionOf = (node) => {
      if (node?.type === 'Literal') return names.has(node.value) ? node.value : undefined
      return node?.type === 'MemberExpression' && node.property.name === 'name'
        ? named(node.object)
        : undefined
    }
    return {
      ImportSpecifier(node) {
        const imported = node.imported.name
        if (hot.has(imported) && node.local.name !== imported) local.set(node.local.name, hot.get(imported))
      },
      CallExpression(node) {
        const name = named(node.arguments[0])
        if (name === undefined) return
        const { callee } = node
        const called = callee.type === 'MemberExpression' ? callee.property.name : callee.name
        if (WRITES.has(called)) context.report({ node, messageId: 'written', data: { name } })
        if (called === 'get' && callee.type === 'MemberExpression' && callee.object.name === 'tx')
          context.report({ node, messageId: 'read', data: { name } })
      },
      ObjectExpression(node) {
        const name = CHANGES.has(keyed(node, 'op')?.value)
          ? collectionOf(keyed(node, 'collection'))
          : undefined
        if (name !== undefined) context.report({ node, messageId: 'written', data: { name } })
      },
    }
  },
}
