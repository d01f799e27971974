/**
 * What a screen is answered instead of by the server, for looks that no test can wait for: a number that is called, a hall full
 * of people at any hour of the day. Journeys never use it.
 */

/** Pages that are answered so, with what is answered now. */
const standing = new WeakMap()

const onTheWeb = (page) =>
  page.route('**/api/**', (route) => {
    const procedure = new URL(route.request().url()).pathname.replace('/api/', '')
    const body = standing.get(page)[procedure]
    return body === undefined ? route.continue() : route.fulfill({ json: body })
  })

const inWechat = (page, answers) =>
  page.evaluate((bodies) => {
    window.__mp.mock.callFunction = ({ name, data }) => {
      const body = bodies[`${name}/${data.procedure}`]
      return body === undefined ? undefined : { status: 200, headers: {}, body }
    }
  }, answers)

/**
 * From now on; none: the server answers everything again.
 * @param {Readonly<Record<string, object>>} answers by `function/procedure`
 */
export const answerWith = async ({ kind, page }, answers = {}) => {
  const known = standing.has(page)
  if (!known && Object.keys(answers).length === 0) return
  standing.set(page, answers)
  if (kind === 'weapp') await inWechat(page, answers)
  else if (!known) await onTheWeb(page)
}
