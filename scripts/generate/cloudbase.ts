/** `cloudbaserc.json`: each function as CloudBase deploys it, with its triggers. */
import type { DeployedFunction } from '../../functions/deployment'
import { cloudbaseCron } from './crons'

export const CLOUDBASE = 'cloudbaserc.json'
const USUAL_TIMEOUT = 20

/** Filled in by CloudBase's command line: the file names secrets and holds none. */
const FROM_ENVIRONMENT = [
  'DEMONSTRATION',
  'MIN_VERSION',
  'LOG_LEVEL',
  'SHUIBANG_KEYS',
  'WECHAT_APPID',
  'WECHAT_SECRET',
] as const

const deployed = ({ name, deployment, timers = [] }: DeployedFunction) => ({
  name,
  handler: 'index.main',
  runtime: 'Nodejs20.19',
  memorySize: 256,
  timeout: deployment?.timeoutSeconds ?? USUAL_TIMEOUT,
  installDependency: false,
  envVariables: {
    STORE: 'cloudbase',
    FILES: 'cloudbase',
    DATA_DIR: '/tmp/shuibang',
    ...Object.fromEntries(FROM_ENVIRONMENT.map((variable) => [variable, `{{env.${variable}}}`])),
  },
  triggers: timers.map(({ procedure, cron }) => ({
    name: procedure,
    type: 'timer',
    config: cloudbaseCron(cron),
  })),
})

export const cloudbaseDocument = (functions: readonly DeployedFunction[]): string =>
  `${JSON.stringify(
    {
      version: '2.0',
      envId: '{{env.TCB_ENV}}',
      functionRoot: 'dist/functions',
      functions: functions.map(deployed),
    },
    null,
    2,
  )}\n`
