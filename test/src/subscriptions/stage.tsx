/** Puts a page of what I am told on stage: a signed-in person, and answers for every call; everything is forgotten before. */
import { cleanup, render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import { serve } from '../../harness/taro/server'
import Taro, { setRouter, storage } from '../../harness/taro/taro'
import { me } from '../booking/stage'
import { choices, consents, undelivered } from './fixtures'

export { el, namelessControls, seen, standStill, tap, typeInto } from '../booking/stage'

export const answers: Readonly<Record<string, unknown>> = {
  'accounts/me': me,
  'subscriptions/choices': choices(),
  'subscriptions/setChoices': (input: { channels: Record<string, boolean> }) => ({
    ...choices(),
    ...input,
    channels: choices().channels.map((one) => ({ ...one, on: input.channels[one.channel] === true })),
  }),
  'subscriptions/consents': consents(),
  'subscriptions/undelivered': { items: [undelivered('a')] },
}

export const onStage = (
  Page: ComponentType,
  change: Readonly<Record<string, unknown>> = {},
  { signedIn = true, language = 'zh-CN' as 'zh-CN' | 'en' } = {},
) => {
  cleanup()
  const server = serve({ ...answers, ...change })
  prefer({ language, large: false, themeChoice: 'light' })
  signOutHere()
  forgetQueries('')
  storage.clear()
  if (signedIn) beginSession({ token: 'token', accountId: 'ac_1' })
  setRouter({ params: {}, path: 'packages/subscriptions/settings/index' })
  const view = render(<Page />)
  const inputs = (procedure: string): readonly unknown[] =>
    server.asked.filter((one) => one.procedure === `subscriptions/${procedure}`).map(({ input }) => input)
  return { ...view, ...server, inputs }
}

/** As it is inside WeChat: calls go through the cloud. */
export const inWechat = (): void => {
  const before = process.env['TARO_ENV']
  beforeEach(() => {
    process.env['TARO_ENV'] = 'weapp'
    Taro.cloud.callFunction.mockImplementation(
      async ({
        name,
        data,
      }: {
        name: string
        data: { procedure: string; input: unknown; headers: object }
      }) => {
        const { statusCode, data: body } = (await Taro.request({
          url: `/api/${name}/${data.procedure}`,
          data: JSON.stringify(data.input),
          header: data.headers,
        })) as { statusCode: number; data: unknown }
        return { result: { status: statusCode, headers: {}, body } }
      },
    )
  })
  afterEach(() => {
    if (before === undefined) delete process.env['TARO_ENV']
    else process.env['TARO_ENV'] = before
  })
}
