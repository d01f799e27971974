/** Source files made of the registry: what deployed functions and screens need of all functions, without their code. */
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

/** By path. */
export const generatedCode = (functions: readonly DeployedFunction[]): Readonly<Record<string, string>> => ({
  'functions/all-collections.ts': allCollections(functions),
  'src/client/contracts.ts': contracts(functions),
})
