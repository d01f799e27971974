/** The blocks of `serverless.yml` that there is one of for each function; what stands around them is written by hand. */
import type { DeployedFunction } from '../../functions/deployment'
import { eventBridgeCron } from './crons'

export const SERVERLESS = 'serverless.yml'
const USUAL = { usual: 2, prod: 3 }

const capital = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`
const lines = (...rows: readonly (string | false)[]): string => rows.filter((row) => row !== false).join('\n')

const instances = (stage: 'usual' | 'prod') => (one: DeployedFunction) =>
  `    ${one.name}Instances: ${(one.deployment?.instances ?? USUAL)[stage]}`

const functionBlock = ({ name, deployment, timers = [] }: DeployedFunction): string =>
  lines(
    `  ${name}:`,
    `    handler: dist/functions/${name}/index.handler`,
    `    role: ${capital(name)}Role`,
    deployment?.timeoutSeconds !== undefined && `    timeout: ${deployment.timeoutSeconds}`,
    `    reservedConcurrency: \${param:${name}Instances}`,
    // What was missed is due again a minute later.
    timers.length > 0 && '    maximumEventAge: 60',
    timers.length > 0 && '    maximumRetryAttempts: 0',
    `    package: { patterns: ['dist/functions/${name}/**'] }`,
    '    events:',
    `      - httpApi: POST /api/${name}/{procedure}`,
    ...timers.map(
      ({ procedure, cron }) =>
        `      - schedule: { rate: ['${eventBridgeCron(cron)}'], input: { timer: ${procedure} } }`,
    ),
  )

const arn = (rest: string): string => `{ 'Fn::Sub': 'arn:\${AWS::Partition}:${rest}' }`
const own = (name: string): string => `shuibang-\${sls:stage}-${name}`

/** Its own log, and the private network: the platform joins it with actions that what runs inside is denied. */
const roleBlock = ({ name }: DeployedFunction): string =>
  lines(
    `    ${capital(name)}Role:`,
    '      Type: AWS::IAM::Role',
    '      Properties:',
    '        AssumeRolePolicyDocument: ${self:custom.assumedByLambda}',
    '        Policies:',
    `          - PolicyName: ${name}`,
    '            PolicyDocument:',
    "              Version: '2012-10-17'",
    '              Statement:',
    '                - Effect: Allow',
    "                  Action: ['logs:CreateLogStream', 'logs:PutLogEvents']",
    `                  Resource: [${arn(`logs:\${AWS::Region}:\${AWS::AccountId}:log-group:/aws/lambda/${own(name)}:*`)}]`,
    "                - { Effect: Allow, Action: '${self:custom.joiningNetwork}', Resource: ['*'] }",
    '                - Effect: Deny',
    '                  Action: ${self:custom.joiningNetwork}',
    "                  Resource: ['*']",
    '                  Condition:',
    '                    ArnEquals:',
    `                      'lambda:SourceFunctionArn': [${arn(`lambda:\${AWS::Region}:\${AWS::AccountId}:function:${own(name)}`)}]`,
  )

const logBlock = ({ name }: DeployedFunction): string =>
  `    ${capital(name)}LogGroup: { DeletionPolicy: Retain, UpdateReplacePolicy: Retain }`

const BLOCKS: Readonly<Record<string, (one: DeployedFunction) => string>> = {
  instances: instances('usual'),
  'instances of prod': instances('prod'),
  functions: functionBlock,
  roles: roleBlock,
  logs: logBlock,
}

/**
 * The file with its blocks made anew: each stands between `# <name>: generated …` and `# </name>`.
 * @throws Error when a block's marks are not there
 */
export const serverlessDocument = (before: string, functions: readonly DeployedFunction[]): string =>
  Object.entries(BLOCKS).reduce((text, [name, block]) => {
    const marks = new RegExp(`(^ *# <${name}>[^\\n]*\\n)[\\s\\S]*?(^ *# </${name}>$)`, 'm')
    if (!marks.test(text)) throw new Error(`${SERVERLESS}: the marks of <${name}> are not there`)
    const made = functions.map(block).join('\n')
    return text.replace(marks, (_, opening: string, closing: string) => `${opening}${made}\n${closing}`)
  }, before)
