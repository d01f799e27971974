/** A stand-in for WeChat's own server: exchanges a login code for the OPENID that the phone was opened with. */
import http from 'node:http'

const CODE = 'code-of-'
/** WeChat's codes are plain letters and digits, whatever the harness calls its users. */
export const codeOf = (openid) => CODE + Buffer.from(openid, 'utf8').toString('hex')
const answerTo = (address) => {
  const { pathname, searchParams } = new URL(address, 'http://local')
  const code = searchParams.get('js_code') ?? ''
  if (pathname !== '/sns/jscode2session' || !code.startsWith(CODE))
    return { errcode: 40029, errmsg: 'invalid code' }
  return {
    openid: Buffer.from(code.slice(CODE.length), 'hex').toString('utf8'),
    session_key: 'c2Vzc2lvbi1rZXktb2YtdGVzdA==',
  }
}

export const startWechatServer = async () => {
  const server = http.createServer((request, response) =>
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answerTo(request.url ?? '/'))),
  )
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
  const environment = {
    WECHAT_BASE_URL: `http://127.0.0.1:${server.address().port}`,
    WECHAT_APPID: 'touristappid',
    WECHAT_SECRET: 'secret-of-the-harness',
  }
  return {
    environment,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(resolve)
      }),
  }
}
