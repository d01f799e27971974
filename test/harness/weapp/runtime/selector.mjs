/** `wx.createSelectorQuery`: sizes and nodes of the page in front. */
import { phone } from './phone.mjs'

const backendOf = (element) => element.getBackendElement?.() ?? element.$$
const asCanvas = (canvas) => {
  if (!canvas) return null
  canvas.createImage ??= () => new Image()
  canvas.requestAnimationFrame ??= (frame) => requestAnimationFrame(frame)
  canvas.cancelAnimationFrame ??= (frame) => cancelAnimationFrame(frame)
  return canvas
}
const describe = (element, fields) => {
  const node = backendOf(element)
  const { left, right, top, bottom, width, height } = node.getBoundingClientRect()
  return {
    id: element.id,
    dataset: { ...element.dataset },
    ...(fields.rect ? { left, right, top, bottom } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? { scrollTop: node.scrollTop, scrollLeft: node.scrollLeft } : {}),
    ...(fields.node ? { node: asCanvas(node.canvas) } : {}),
  }
}
const viewport = () => ({
  width: innerWidth,
  height: innerHeight,
  scrollTop: phone.top().element.scrollTop,
  scrollLeft: 0,
  left: 0,
  top: 0,
})
const shadow = () => phone.top().root.getComponent().getShadowRoot()

export const createSelectorQuery = () => {
  const jobs = []
  const add = (look) => (fields, done) => {
    jobs.push({ look: () => look(fields), done })
    return query
  }
  const node = (look) => {
    const ask = add(look)
    return {
      boundingClientRect: (done) => ask({ rect: true, size: true }, done),
      scrollOffset: (done) => ask({ scrollOffset: true }, done),
      fields: (fields, done) => ask(fields, done),
      node: (done) => ask({ node: true }, done),
      context: (done) => ask({}, done),
    }
  }
  const query = {
    in: () => query,
    select: (selector) =>
      node((fields) => {
        const found = shadow().querySelector(selector)
        return found ? describe(found, fields) : null
      }),
    selectAll: (selector) =>
      node((fields) =>
        shadow()
          .querySelectorAll(selector)
          .map((found) => describe(found, fields)),
      ),
    selectViewport: () => node(viewport),
    exec: (done) => {
      setTimeout(() => {
        const answers = jobs.map(({ look }) => look())
        jobs.forEach((job, index) => job.done?.(answers[index]))
        done?.(answers)
      }, 0)
      return query
    },
  }
  return query
}
