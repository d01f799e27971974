/** Privacy authorisation and a person's permissions, asked at the moment of use. */
import { app, phone } from '../phone.mjs'
import { done, mocked } from './answer.mjs'
import { ask } from './overlay.mjs'

const REFUSED = { errno: 104, errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized' }

/** Our page may show its own dialog through `onNeedPrivacyAuthorization`; else WeChat shows one. */
const askPrivacy = () =>
  new Promise((resolve) => {
    const settle = ({ event }) => {
      if (event === 'agree' || event === 'disagree') resolve(event === 'agree')
    }
    if (phone.has('NeedPrivacyAuthorization'))
      return phone.emit('NeedPrivacyAuthorization', settle, { referrer: 'requirePrivacyAuthorize' })
    return ask({
      title: '用户隐私保护提示',
      content: '请先阅读并同意隐私保护指引',
      confirmText: '同意',
      cancelText: '拒绝',
      className: 'privacy',
    }).then(({ confirm }) => resolve(confirm))
  })
const authorised = async () => {
  if (!phone.privacy.needAuthorization) return true
  const agreed = await askPrivacy()
  if (agreed) phone.privacy.needAuthorization = false
  return agreed
}

/** An API that WeChat gives only after privacy authorisation, and position only where app.json declares it. */
export const guarded = (name, fallback) => {
  const answer = mocked(name, fallback)
  const needsDeclaration = name === 'getLocation' || name === 'chooseLocation'
  return async (options = {}) => {
    if (needsDeclaration && !(app.requiredPrivateInfos ?? []).includes(name)) {
      return done(
        name,
        options,
        { errMsg: `${name}:fail the api need to be declared in the requiredPrivateInfos field in app.json` },
        false,
      )
    }
    return (await authorised())
      ? answer(options)
      : done(
          name,
          options,
          { errno: 104, errMsg: `${name}:fail privacy permission is not authorized` },
          false,
        )
  }
}

export const privacy = {
  getPrivacySetting: (options) =>
    done('getPrivacySetting', options, {
      needAuthorization: phone.privacy.needAuthorization,
      privacyContractName: '《税帮隐私保护指引》',
    }),
  requirePrivacyAuthorize: async (options) =>
    (await authorised())
      ? done('requirePrivacyAuthorize', options)
      : done('requirePrivacyAuthorize', options, REFUSED, false),
  openPrivacyContract: mocked('openPrivacyContract'),
  authorize: mocked('authorize'),
  getSetting: mocked('getSetting', { authSetting: {} }),
  openSetting: mocked('openSetting', { authSetting: {} }),
}
