/** cloudbaserc.json and project.config.json say what is deployed; neither can drift from the functions, or hold a secret. */
import { readFileSync } from 'node:fs'
import { createCloudbaseMain } from '../../functions/core/io/entry/edge-cloudbase'
import type { Entry } from '../../functions/core/io/entry/entry'
import { readConfiguration } from '../../functions/core/io/entry/configuration'
import { newKeyringText, openKeyring } from '../../functions/core/io/security/keyring'
import { functionNames, timersOf } from './schedules'

interface Deployed {
  readonly name: string
  readonly handler: string
  readonly runtime: string
  readonly timeout: number
  readonly memorySize: number
  readonly installDependency: boolean
  readonly envVariables: Readonly<Record<string, string>>
  readonly triggers: readonly { readonly name: string; readonly type: string; readonly config: string }[]
}
const json = (name: string): unknown => JSON.parse(readFileSync(name, 'utf8'))
const cloudbaserc = json('cloudbaserc.json') as {
  readonly version: string
  readonly envId: string
  readonly functionRoot: string
  readonly functions: readonly Deployed[]
}
const project = json('project.config.json') as Readonly<Record<string, string>>

describe('cloudbaserc.json', () => {
  it('deploys every function, as it is built', () => {
    expect(cloudbaserc).toMatchObject({
      version: '2.0',
      envId: '{{env.TCB_ENV}}',
      functionRoot: 'dist/functions',
    })
    expect(cloudbaserc.functions.map(({ name }) => name).sort()).toEqual(functionNames)
    for (const one of cloudbaserc.functions) {
      expect(one).toMatchObject({ handler: 'index.main', runtime: 'Nodejs20.19', installDependency: false })
      expect(one.timeout).toBeLessThanOrEqual(60)
      expect([128, 256, 512, 1024, 2048]).toContain(one.memorySize)
    }
  })

  it('has the schedules of the functions: seven fields, and the name that the edge takes for the procedure', () => {
    for (const { name, triggers } of cloudbaserc.functions) {
      const wanted = (timersOf[name] ?? []).map(({ procedure, cron }) => ({
        name: procedure,
        type: 'timer',
        config: cron,
      }))
      expect({ name, triggers }).toEqual({ name, triggers: wanted })
    }
    expect(cloudbaserc.functions.flatMap(({ triggers }) => triggers)).toContainEqual({
      name: 'openDays',
      type: 'timer',
      config: '0 5 0,12 * * * *',
    })
  })

  it.each(
    Object.entries(timersOf).flatMap(([name, list]) =>
      list.map(({ procedure }) => [name, procedure] as const),
    ),
  )('%s/%s is what its trigger calls', async (name, procedure) => {
    const seen: unknown[] = []
    const reply = { status: 200, headers: {}, body: {} }
    const handle: Entry['handle'] = async (envelope) => {
      seen.push(envelope)
      return reply
    }
    const main = createCloudbaseMain(name, async () => ({
      handle,
      refuse: async () => reply,
      procedures: new Map(),
    }))
    await main(
      { Type: 'Timer', TriggerName: procedure, Time: '2026-11-22T00:05:00Z', Message: '' },
      { environment: JSON.stringify({ SOURCE: 'wx_trigger' }) },
    )
    expect(seen).toMatchObject([{ procedure: `${name}/${procedure}`, source: { timer: procedure } }])
  })

  it('names its secrets and holds none', () => {
    const public_ = { STORE: 'cloudbase', FILES: 'cloudbase', DATA_DIR: '/tmp/shuibang' }
    for (const { envVariables } of cloudbaserc.functions) {
      expect(envVariables).toMatchObject(public_)
      for (const [name, value] of Object.entries(envVariables))
        if (!Object.hasOwn(public_, name)) expect([name, value]).toEqual([name, `{{env.${name}}}`])
      expect(Object.keys(envVariables)).toEqual(
        expect.arrayContaining(['SHUIBANG_KEYS', 'WECHAT_APPID', 'WECHAT_SECRET', 'DEMONSTRATION']),
      )
      // The function's role is what it may do; the operator's key, and another service's address, have no place here.
      expect(Object.keys(envVariables).filter((name) => /^(TENCENTCLOUD|TCB)_/.test(name))).toEqual([])
    }
  })

  it('filled in, is an environment that the functions start with', () => {
    const filled = {
      DEMONSTRATION: 'off',
      MIN_VERSION: '0.1.0',
      LOG_LEVEL: 'info',
      WECHAT_APPID: 'wx0',
      WECHAT_SECRET: 's',
      SHUIBANG_KEYS: Buffer.from(newKeyringText()).toString('base64'),
    }
    for (const { envVariables } of cloudbaserc.functions) {
      const environment = Object.fromEntries(
        Object.entries(envVariables).map(([name, value]) => [
          name,
          value.replace(/^\{\{env\.(\w+)\}\}$/, (_, of: keyof typeof filled) => filled[of]),
        ]),
      )
      // The platform itself names the environment.
      expect(readConfiguration({ ...environment, SCF_NAMESPACE: 'shuibang-1a2b3c' })).toMatchObject({
        store: { engine: 'cloudbase', environment: 'shuibang-1a2b3c' },
        files: { engine: 'cloudbase' },
        settings: { demonstration: false },
      })
      // As the command line fills it in: by text, then any value that is an object's JSON becomes that object.
      expect(() => JSON.parse(environment.SHUIBANG_KEYS ?? '')).toThrow(SyntaxError)
      expect(openKeyring({ dir: '', injected: environment.SHUIBANG_KEYS }).current.kid).toBe('k1')
    }
  })
})

describe('keys that are injected', () => {
  it('are the same as JSON and as its base64', () => {
    const text = newKeyringText()
    const [plain, coded] = [
      openKeyring({ dir: '', injected: text }),
      openKeyring({ dir: '', injected: Buffer.from(text).toString('base64') }),
    ]
    expect([coded.root, coded.current]).toEqual([plain.root, plain.current])
    expect(() => openKeyring({ dir: '', injected: 'nonsense' })).toThrow('SHUIBANG_KEYS is not JSON')
  })
})

it('project.config.json points WeChat’s developer tools at what is built', () => {
  expect(project).toMatchObject({
    compileType: 'miniprogram',
    miniprogramRoot: 'dist/weapp/',
    cloudfunctionRoot: 'dist/functions/',
  })
})
