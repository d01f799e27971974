/** `docs/permissions.md`: who may do what, for a person to review. */
import { metaOf, type FunctionModule } from '../../functions/core/io/entry/procedures'
import type { ProcedureMeta } from '../../functions/core/io/procedure'

type Contracts = Readonly<Record<string, Pick<FunctionModule, 'contract'>>>

const HEAD = `# Permissions

Generated from the contracts by \`npm run docs\`: do not edit. A change here is a change of who may do what, and is reviewed as one.

**Allow**: \`anyone\` needs no session, \`account\` any signed-in account, a role that role, \`timer\` only the deployment's own schedules.
**Scope**: whose things it touches: everyone's (\`public\`), the caller's own (\`self\`), those of the caller's halls (\`hall\`) or regions (\`region\`).
Another's id always answers like an unknown one.
**Effect**: \`read\` changes nothing, \`mutate\` confirms by one commit with a receipt, \`job\` runs under a lease.
`

const row = (name: string, { allow, scope, effect, summary }: ProcedureMeta): string =>
  `| \`${name}\` | ${allow.join(', ')} | ${scope} | ${effect} | ${summary.replaceAll('|', '\\|')} |`

const section = (name: string, contract: FunctionModule['contract']): string =>
  [
    `## ${name}`,
    '',
    '| Procedure | Allow | Scope | Effect | What it does |',
    '|---|---|---|---|---|',
    ...Object.entries(contract).map(([key, one]) => row(`${name}/${key}`, metaOf(one))),
    '',
  ].join('\n')

export const permissionsDocument = (functions: Contracts): string =>
  [HEAD, ...Object.entries(functions).map(([name, { contract }]) => section(name, contract))].join('\n')
