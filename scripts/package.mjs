/**
 * `npm run package [-- --stage prod --region cn-northwest-1 --param="webOrigin=https://…"]`: what is deployed to a Lambda-shaped
 * platform, in dist/package/<stage>/: one zip a function and the stack's templates. It needs no account, no credentials and no network.
 */
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { bin, root, run } from './process/command.mjs'
import { setUp } from './setup.mjs'

const STAGES = ['dev', 'test', 'prod']
const { values } = parseArgs({
  options: {
    stage: { type: 'string', default: 'dev' },
    region: { type: 'string' },
    param: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
  },
})
const { stage, region, param } = values
const say = (line) => process.stdout.write(`${line}\n`)

/** The platform's tool says nothing to anybody while it packages; what a shell has of an account stays out of its sight. */
const environment = () => {
  const ofAccount = Object.keys(process.env).filter((name) => name.startsWith('AWS_'))
  return {
    ...Object.fromEntries(ofAccount.map((name) => [name, ''])),
    AWS_EC2_METADATA_DISABLED: 'true',
    SLS_NOTIFICATIONS_MODE: 'off',
    SLS_TELEMETRY_DISABLED: '1',
  }
}

const buildFunctions = async () => {
  const { build } = await import('./build.mjs')
  const { ok, output } = await build('functions')
  if (!ok) throw new Error(`the functions could not be built:\n${output}`)
}

const packageStage = async (folder) => {
  // A folder that somebody else named may hold more than packages.
  if (!values.out) rmSync(folder, { recursive: true, force: true })
  const chosen = [...(region ? ['--region', region] : []), ...param.flatMap((one) => ['--param', one])]
  const { ok, output } = await run(
    [
      bin('serverless/bin/serverless.js'),
      'package',
      '--stage',
      stage,
      '--package',
      path.relative(root, folder),
      ...chosen,
    ],
    { env: environment() },
  )
  if (!ok || !existsSync(folder)) throw new Error(`serverless package failed:\n${output}`)
}

try {
  if (!STAGES.includes(stage)) throw new Error(`--stage: one of ${STAGES.join(', ')}`)
  await setUp()
  await buildFunctions()
  const folder = path.resolve(root, values.out ?? path.join('dist/package', stage))
  await packageStage(folder)
  for (const name of readdirSync(folder).sort())
    say(
      `${path.relative(root, path.join(folder, name))}  ${(statSync(path.join(folder, name)).size / 1000).toFixed(1)} kB`,
    )
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
