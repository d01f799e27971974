/** Source files made of the registry: what deployed functions and screens need of all functions, without their code. */
import { metaOf } from '../../functions/core/io/entry/procedures'
import { errorCodes, isErrorCode, rowOf } from '../../functions/core/pure/errors'
import type { TemplateUse } from '../../functions/core/pure/delivery/templates'
import type { Text } from '../../functions/core/pure/text'
import type { DeployedFunction } from '../../functions/deployment'

const head = (purpose: string): string =>
  `/** ${purpose} Generated from the registry by \`npm run docs\`: do not edit. */`

const allCollections = (functions: readonly DeployedFunction[]): string => {
  const keeping = functions.filter(({ collections }) => collections.length > 0).map(({ name }) => name)
  return `${[
    head('Every collection of the deployment.'),
    ...keeping.map((name) => `import { collections as ${name} } from './${name}/collections'`),
    "import { coreCollections } from './core/collections'",
    "import type { CollectionSpec } from './core/io/store/collection'",
    '',
    'export const allCollections: readonly CollectionSpec[] = [',
    '  coreCollections,',
    ...keeping.map((name) => `  ${name},`),
    '].flat()',
  ].join('\n')}\n`
}

const contracts = (functions: readonly DeployedFunction[]): string =>
  `${[
    head('The contracts that screens call by, as types.'),
    ...functions.map(
      ({ name }) => `import type { contract as ${name} } from '../../functions/${name}/contract'`,
    ),
    '',
    'export interface Contracts {',
    ...functions.map(({ name }) => `  readonly ${name}: typeof ${name}`),
    '}',
  ].join('\n')}\n`

/** Kind → the functions that handle it. */
const subscriptionsOf = (
  functions: readonly DeployedFunction[],
): readonly (readonly [string, string[]])[] => {
  const kinds = [...new Set(functions.flatMap(({ eventHandlers = {} }) => Object.keys(eventHandlers)))].sort()
  const handles = (kind: string, { eventHandlers = {} }: DeployedFunction): boolean =>
    Object.hasOwn(eventHandlers, kind)
  return kinds.map((kind) => [kind, functions.filter((one) => handles(kind, one)).map(({ name }) => name)])
}

const subscriptions = (functions: readonly DeployedFunction[]): string =>
  `${[
    head('Who handles which kind of event.'),
    '',
    'export const SUBSCRIPTIONS: Readonly<Record<string, readonly string[]>> = {',
    ...subscriptionsOf(functions).map(
      ([kind, names]) => `  '${kind}': [${names.map((name) => `'${name}'`).join(', ')}],`,
    ),
    '}',
  ].join('\n')}\n`

const subscribers = (functions: readonly DeployedFunction[]): string =>
  `${[
    head('Every function that handles events; its handlers are loaded when something of it is due.'),
    "import type { Subscriber } from './core/io/events/contract'",
    '',
    'export const subscribers: readonly Subscriber[] = [',
    ...functions
      .filter(({ eventHandlers }) => eventHandlers !== undefined)
      .map(
        ({ name }) =>
          `  { name: '${name}', handlers: async () => (await import('./${name}/events')).eventHandlers },`,
      ),
    ']',
  ].join('\n')}\n`

/** Agents are authorised for these already; their functions will declare them. */
const SCOPES_TO_COME = [
  { name: 'refunds', words: { zh: '退税办理', en: 'Refunds' } },
  { name: 'invoices', words: { zh: '发票查验', en: 'Invoices' } },
]

const scopes = (functions: readonly DeployedFunction[]): string => {
  const declared = functions.flatMap(({ name, delegable }) => (delegable ? [{ name, words: delegable }] : []))
  const all = [
    ...declared,
    ...SCOPES_TO_COME.filter(({ name }) => !declared.some((one) => one.name === name)),
  ]
  return `${[
    head(
      'The kinds of business that an agent may be authorised for: one for each function that lets agents act.',
    ),
    '',
    'export const AUTHORISATION_SCOPES = [',
    ...all.map(
      ({ name, words }) => `  { name: '${name}', words: { zh: '${words.zh}', en: '${words.en}' } },`,
    ),
    '] as const',
    '',
    "export type AuthorisationScope = (typeof AUTHORISATION_SCOPES)[number]['name']",
    '',
    'export const SCOPE_NAMES: readonly AuthorisationScope[] = AUTHORISATION_SCOPES.map(({ name }) => name)',
    '',
    '/** What is stored may name a scope of another version. */',
    'export const isScope = (name: string): name is AuthorisationScope => SCOPE_NAMES.some((one) => one === name)',
  ].join('\n')}\n`
}

const quoted = (words: string): string => `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`

const wordsIn = ({ zh, en }: Text): string => `{ zh: ${quoted(zh)}, en: ${quoted(en)} }`

const templateIn = ({ name, fields }: TemplateUse): string => {
  const filled = Object.entries<string>(fields).map(([field, words]) => `${field}: ${quoted(words)}`)
  return `{ name: '${name}', fields: { ${filled.join(', ')} } }`
}

/** What any function tells people, by kind: the inbox says it without the code of who tells it. */
const noticeKinds = (functions: readonly DeployedFunction[]): string => {
  const declared = functions.flatMap(({ notices = {} }) => Object.values(notices))
  return `${[
    head('What functions tell people, in words, by kind.'),
    "import type { NoticeKind } from '../../core/pure/notices'",
    '',
    'export const NOTICE_KINDS: Readonly<Record<string, NoticeKind>> = {',
    ...declared.flatMap(({ kind, page, topic, delivery, counted, template, title, body }) => [
      `  '${kind}': {`,
      `    page: '${page}',`,
      `    topic: '${topic}',`,
      `    delivery: '${delivery}',`,
      ...(counted ? ['    counted: true,'] : []),
      ...(template ? [`    template: ${templateIn(template)},`] : []),
      `    title: ${wordsIn(title)},`,
      `    body: ${wordsIn(body)},`,
      '  },',
    ]),
    '}',
    '',
    '/** Undefined for a kind of another version. */',
    'export const noticeKind = (kind: string): NoticeKind | undefined =>',
    '  Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined',
  ].join('\n')}\n`
}

const WIDTH = 110

/** A set of words as the formatter writes it. */
const wordSet = (name: string, words: readonly string[]): string => {
  const begin = `export const ${name}: ReadonlySet<string> = new Set([`
  const quoted = [...words].sort().map((word) => `'${word}'`)
  const line = `${begin}${quoted.join(', ')}])`
  return line.length <= WIDTH ? line : [begin, ...quoted.map((word) => `  ${word},`), '])'].join('\n')
}

const effects = (functions: readonly DeployedFunction[]): string => {
  const reads = functions.flatMap(({ name, contract }) =>
    Object.entries(contract)
      .filter(([, procedure]) => metaOf(procedure).effect === 'read')
      .map(([procedure]) => `${name}/${procedure}`),
  )
  return `${[
    head('The procedures that change nothing by their contract: safe to repeat without a key.'),
    wordSet('READS', reads),
  ].join('\n')}\n`
}

/** Every code of the deployment that is loaded here. */
const retryable = (): string => {
  const codes = errorCodes().filter((code) => isErrorCode(code) && rowOf(code).retry)
  return `${[
    head('The codes after which the same call may be tried again.'),
    wordSet('RETRYABLE', codes),
  ].join('\n')}\n`
}

const purposes = (functions: readonly DeployedFunction[]): string => {
  const all = functions
    .flatMap(({ name, uploads = {} }) =>
      Object.entries(uploads).map(([key, purpose]) => [`${name}.${key}`, purpose] as const),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return `${[
    head('What may be uploaded, by purpose.'),
    "import type { UploadPurpose } from '../rules/purpose'",
    '',
    `export const FILE_PURPOSES = [${all.map(([name]) => `'${name}'`).join(', ')}] as const`,
    'export type FilePurpose = (typeof FILE_PURPOSES)[number]',
    '',
    'export const PURPOSES: Readonly<Record<FilePurpose, UploadPurpose>> = {',
    ...all.map(
      ([name, { types, most, public: isPublic }]) =>
        `  '${name}': { types: [${types.map((type) => `'${type}'`).join(', ')}], most: ${most}${isPublic ? ', public: true' : ''} },`,
    ),
    '}',
  ].join('\n')}\n`
}

/** By path. */
export const generatedCode = (functions: readonly DeployedFunction[]): Readonly<Record<string, string>> => ({
  'functions/all-collections.ts': allCollections(functions),
  'functions/accounts/data/scopes.ts': scopes(functions),
  'functions/core/io/events/subscriptions.ts': subscriptions(functions),
  'functions/inbox/data/kinds.ts': noticeKinds(functions),
  'functions/files/data/purposes.ts': purposes(functions),
  'functions/subscribers.ts': subscribers(functions),
  'src/client/contracts.ts': contracts(functions),
  'src/client/effects.ts': effects(functions),
  'src/client/retryable.ts': retryable(),
})
