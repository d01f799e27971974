/** `npm run package` with no account and no network: what it makes, and what is never in it. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { newKeyringText } from '../../functions/core/io/security/keyring'
import { demonstrationIn } from '../platform/demonstration'
import { packageStage, type Fields, type Packaged } from './packaged'
import { eventBridgeCron } from '../../scripts/generate/crons'
import { functionNames, timersOf } from './schedules'

/** What a careless shell would have: none of it may be found again. */
const SECRETS: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AKIAFORGOTTENINASHELL',
  AWS_SECRET_ACCESS_KEY: 'aws-secret-forgotten-in-a-shell',
  WECHAT_SECRET: 'wechat-secret-forgotten-in-a-shell',
  DATABASE_URL: 'postgres://shuibang:password-forgotten@db/shuibang',
  SHUIBANG_KEYS: newKeyringText(),
}

let packaged: Packaged
beforeAll(() => {
  packaged = packageStage('prod', SECRETS)
}, 120_000)
afterAll(() => packaged.remove())

const resource = (name: string): Fields => packaged.template.Resources[name]?.Properties ?? {}
const logical = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`

it('runs without an account, asks nobody, and tells each artefact’s size', () => {
  expect([packaged.status, packaged.said]).toEqual([0, expect.stringMatching(/accounts\.zip {2}\d+\.\d kB/)])
  expect(packaged.files).not.toContain('network.txt')
})

it('would have noticed a call to anybody', () => {
  const dir = mkdtempSync(join(tmpdir(), 'network-'))
  const notes = join(dir, 'network.txt')
  for (const call of [
    "fetch('http://127.0.0.1:34567/')",
    "require('node:net').connect(34567, '127.0.0.1')",
    "require('node:dns').lookup('localhost', () => {})",
  ]) {
    rmSync(notes, { force: true })
    const { status } = spawnSync(
      process.execPath,
      ['--require', join(__dirname, 'no-network.cjs'), '-e', call],
      { env: { NETWORK_NOTES: notes } },
    )
    expect([call, status, existsSync(notes) && readFileSync(notes, 'utf8')]).toEqual([
      call,
      1,
      expect.stringMatching(/^(connect|lookup) /),
    ])
  }
  rmSync(dir, { recursive: true, force: true })
})

it('makes one zip a function, which holds its folder and nothing else', () => {
  expect(packaged.files.filter((name) => name.endsWith('.zip'))).toEqual(
    functionNames.map((name) => `${name}.zip`),
  )
  for (const name of functionNames) {
    const paths = [...packaged.entries(`${name}.zip`).keys()]
    expect(paths).toEqual(
      expect.arrayContaining([`dist/functions/${name}/index.js`, `dist/functions/${name}/package.json`]),
    )
    expect(
      paths.filter(
        (path) =>
          !path.startsWith(`dist/functions/${name}/`) ||
          !/(\.js(on)?|\/font-[a-z]+\.(ttf|txt))$/.test(path) ||
          path.includes('node_modules'),
      ),
    ).toEqual([])
  }
})

it('needs nothing installed beside a zip: unpacked, it starts, and looks for its PostgreSQL', () => {
  const name = 'appointments'
  const dir = mkdtempSync(join(tmpdir(), 'unpacked-'))
  for (const [path, text] of packaged.entries(`${name}.zip`)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true })
    writeFileSync(join(dir, path), text)
  }
  const call = `require('./dist/functions/${name}/index.js').handler({ timer: 'none' }).catch((error) => { process.stdout.write(String(error.message)) })`
  const environment = {
    STORE: 'postgres',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing',
    FILES: 'disk',
    DATA_DIR: join(dir, 'data'),
    SHUIBANG_KEYS: SECRETS.SHUIBANG_KEYS,
  }
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', call], {
    cwd: dir,
    encoding: 'utf8',
    env: environment,
  })
  rmSync(dir, { recursive: true, force: true })
  expect([stdout, stderr]).toEqual([expect.stringMatching(/^cannot start:\n.*connect(?!.*Cannot find)/s), ''])
})

it('carries no secret, no key and nothing of the demonstration', () => {
  for (const [path, text] of packaged.texts) {
    for (const [name, secret] of Object.entries(SECRETS))
      expect([path, name, text.includes(secret)]).toEqual([path, name, false])
    expect([path, /-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}/.test(text)]).toEqual([path, false])
    if (path.endsWith('.js')) expect([path, demonstrationIn(text)]).toEqual([path, []])
  }
})

describe.each(functionNames)('the function %s on the platform', (name) => {
  const of = (): Fields => resource(`${logical(name)}LambdaFunction`)
  const variables = (): Readonly<Record<string, string>> =>
    (of().Environment as { Variables: Record<string, string> }).Variables

  it('runs from its zip, with one connection an instance and a bounded number of them', () => {
    expect(of()).toMatchObject({
      Handler: `dist/functions/${name}/index.handler`,
      Runtime: 'nodejs20.x',
      FunctionName: `shuibang-prod-${name}`,
    })
    expect(variables()).toMatchObject({
      STORE: 'postgres',
      DATABASE_CONNECTIONS: '1',
      DEMONSTRATION: 'off',
      FILES: 's3',
    })
    expect(of().ReservedConcurrentExecutions).toEqual(expect.any(Number))
  })

  it('is given its secrets by reference', () => {
    for (const variable of ['DATABASE_URL', 'SHUIBANG_KEYS', 'WECHAT_SECRET', 'S3_SECRET_ACCESS_KEY']) {
      expect(variables()[variable]).toBe(
        `{{resolve:secretsmanager:shuibang/prod:SecretString:${variable}::}}`,
      )
    }
  })

  it('has one route, and the schedules of its timers.ts in UTC', () => {
    const routes = packaged
      .of('AWS::ApiGatewayV2::Route')
      .filter(({ Properties }) => String(Properties.RouteKey).includes(`/${name}/`))
    expect(routes.map(({ Properties }) => Properties.RouteKey)).toEqual([`POST /api/${name}/{procedure}`])
    const target = JSON.stringify({ 'Fn::GetAtt': [`${logical(name)}LambdaFunction`, 'Arn'] })
    const rules = packaged.of('AWS::Events::Rule').flatMap(({ Properties }) =>
      (Properties.Targets as Fields[]).map(({ Input, Arn }) => ({
        Input,
        Arn: JSON.stringify(Arn),
        at: Properties.ScheduleExpression,
      })),
    )
    const wanted = (timersOf[name] ?? []).map(({ procedure, cron }) => ({
      Input: JSON.stringify({ timer: procedure }),
      Arn: target,
      at: eventBridgeCron(cron),
    }))
    expect(rules.filter(({ Arn }) => Arn === target)).toEqual(wanted)
  })

  it('has a role of its own: its own log, the network’s interfaces, and no more', () => {
    expect(of().Role).toEqual({ 'Fn::GetAtt': [`${logical(name)}Role`, 'Arn'] })
    const [policy, ...others] = resource(`${logical(name)}Role`).Policies as {
      PolicyDocument: { Statement: { Effect: string; Action: string[]; Resource: unknown[] }[] }
    }[]
    const statements = policy?.PolicyDocument.Statement ?? []
    expect(others).toEqual([])
    expect(statements.map(({ Effect }) => Effect)).toEqual(['Allow', 'Allow', 'Deny'])
    const [log, network, never] = statements
    expect(log?.Action).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents'])
    expect(JSON.stringify(log?.Resource)).toContain(`log-group:/aws/lambda/shuibang-prod-${name}:*`)
    expect(
      network?.Action.every((action) =>
        /^ec2:[A-Z][A-Za-z]*(NetworkInterfaces?|PrivateIpAddresses|Subnets)$/.test(action),
      ),
    ).toBe(true)
    expect(never?.Action).toEqual(network?.Action)
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([])
  })
})

it('keeps logs for at least six months, even when the stack is taken away', () => {
  const groups = packaged.of('AWS::Logs::LogGroup')
  expect(groups).toHaveLength(functionNames.length + 1)
  for (const { Properties, DeletionPolicy } of groups) {
    expect(Properties.RetentionInDays).toBeGreaterThanOrEqual(184)
    expect(DeletionPolicy).toBe('Retain')
  }
})

it('limits calls a second, opens the API to one origin, and bounds the connections to PostgreSQL', () => {
  expect(resource('HttpApiStage').DefaultRouteSettings).toMatchObject({
    ThrottlingRateLimit: 500,
    ThrottlingBurstLimit: 1000,
  })
  expect(resource('HttpApi').CorsConfiguration).toMatchObject({
    AllowOrigins: ['https://shuibang.example'],
    AllowMethods: ['POST'],
  })
  const instances = packaged
    .of('AWS::Lambda::Function')
    .map(({ Properties }) => Number(Properties.ReservedConcurrentExecutions))
  // PostgreSQL's own default is 100, of which three are its superuser's.
  expect(instances.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(97)
})

it('translates Shanghai’s hours to UTC, and refuses what it cannot', () => {
  expect([
    eventBridgeCron('0 5 0,12 * * * *'),
    eventBridgeCron('15 7 * * * * *'),
    eventBridgeCron('0 30 8 * * * *'),
  ]).toEqual(['cron(5 4,16 * * ? *)', 'cron(7 * * * ? *)', 'cron(30 0 * * ? *)'])
  expect(() => eventBridgeCron('0 0 3 1 * * *')).toThrow('chosen days')
  expect(() => eventBridgeCron('0 0 3 * * 1 *')).toThrow('weekdays')
})
