/** The process behind `wx.cloud.callFunction`: runs `main(event, context)` of the built functions, as CloudBase would. */
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const folder = path.resolve(import.meta.dirname, '..', '..', '..', 'dist', 'functions')

const byPhone = (openid) => ({
  WX_OPENID: openid,
  WX_APPID: 'touristappid',
  WX_UNIONID: '',
  TCB_SOURCE: 'wx_client',
  TCB_SOURCE_IP: '127.0.0.1',
  TCB_ENV: 'harness',
  OPENID: openid,
  APPID: 'touristappid',
  SOURCE: 'wx_client',
})
const byTimer = { TCB_SOURCE: 'wx_trigger', SOURCE: 'wx_trigger', TCB_ENV: 'harness' }

/** What CloudBase hands a function that a mini-program or a timer called; identity is here and nowhere in the event. */
const contextOf = (openid, requestId) => {
  const environment = openid === undefined ? byTimer : byPhone(openid)
  return {
    request_id: requestId,
    function_name: 'harness',
    memory_limit_in_mb: 256,
    time_limit_in_ms: 20_000,
    environment: JSON.stringify(environment),
    environ: Object.entries(environment)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
  }
}

const run = async ({ id, name, text, openid }) => {
  try {
    const { main } = require(path.join(folder, name, 'index.js'))
    return { id, text: JSON.stringify(await main(JSON.parse(text), contextOf(openid, `harness-${id}`))) }
  } catch (error) {
    return { id, error: String(error?.stack ?? error) }
  }
}

process.on('message', (message) => {
  void run(message).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => process.exit(0))
process.send?.({ ready: true })
