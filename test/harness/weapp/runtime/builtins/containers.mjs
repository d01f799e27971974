/** Scrolling areas, swipers, links, rich text. */
import { Base, fire, isTrue, rawAttribute } from './base.mjs'

const DEFAULT_THRESHOLD = 50
const overflow = (on) => (on ? 'auto' : 'hidden')

export class WxScrollView extends Base {
  static observedAttributes = ['scroll-x', 'scroll-y', 'scroll-top', 'scroll-left', 'scroll-into-view']
  setup() {
    this.update()
    this.addEventListener('scroll', (event) => {
      event.stopPropagation()
      this.tell()
    })
  }
  threshold(name) {
    return Number(this.getAttribute(name) || DEFAULT_THRESHOLD)
  }
  tell() {
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight } = this
    fire(this, 'scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX: 0, deltaY: 0 })
    const low = scrollTop + clientHeight >= scrollHeight - this.threshold('lower-threshold')
    const up = scrollTop <= this.threshold('upper-threshold')
    if (low && !this.wasLow) fire(this, 'scrolltolower', { direction: 'bottom' })
    if (up && !this.wasUp) fire(this, 'scrolltoupper', { direction: 'top' })
    this.wasLow = low
    this.wasUp = up
  }
  update(name) {
    this.style.overflowX = overflow(isTrue(rawAttribute(this, 'scroll-x')))
    this.style.overflowY = overflow(isTrue(rawAttribute(this, 'scroll-y')))
    if (name === 'scroll-top') this.scrollTop = Number(this.getAttribute('scroll-top'))
    if (name === 'scroll-left') this.scrollLeft = Number(this.getAttribute('scroll-left'))
    if (name === 'scroll-into-view')
      this.querySelector(`#${this.getAttribute('scroll-into-view')}`)?.scrollIntoView()
  }
}

export class WxSwiper extends Base {
  static observedAttributes = ['current']
  setup() {
    this.current = Number(this.getAttribute('current')) || 0
    this.paint()
    new MutationObserver(() => this.paint()).observe(this, { childList: true })
  }
  update() {
    const wanted = Number(this.getAttribute('current')) || 0
    if (wanted !== this.current) this.goTo(wanted, '')
  }
  paint() {
    ;[...this.querySelectorAll('wx-swiper-item')].forEach((item, index) =>
      item.toggleAttribute('hidden', index !== this.current),
    )
  }
  goTo(index, source) {
    this.current = index
    this.paint()
    fire(this, 'change', { current: index, currentItemId: '', source })
  }
  swipeTo(index) {
    this.goTo(index, 'touch')
  }
}

const ROUTES = {
  navigate: 'navigateTo',
  redirect: 'redirectTo',
  switchTab: 'switchTab',
  reLaunch: 'reLaunch',
  navigateBack: 'navigateBack',
}
export class WxNavigator extends Base {
  setup() {
    this.addEventListener('click', () => {
      const url = this.getAttribute('url')
      const api = ROUTES[this.getAttribute('open-type') || 'navigate']
      if (api) window.wx[api]({ url: url && window.__mp.resolveUrl(url) })
    })
  }
}

const toHtml = (node) =>
  node.type === 'text'
    ? (node.text ?? '')
    : `<${node.name}>${(node.children ?? []).map(toHtml).join('')}</${node.name}>`
export class WxRichText extends Base {
  static observedAttributes = ['nodes']
  setup() {
    this.update()
  }
  update() {
    const nodes = rawAttribute(this, 'nodes')
    this.innerHTML = typeof nodes === 'string' ? nodes : (nodes ?? []).map(toHtml).join('')
  }
}
