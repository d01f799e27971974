/** Images, canvases, progress bars and web views. */
import { Base, fire, keepInside } from './base.mjs'

const FIT = { aspectFit: 'contain', aspectFill: 'cover' }

export class WxImage extends Base {
  static observedAttributes = ['src', 'mode', 'aria-label']
  setup() {
    const picture = (this.picture = document.createElement('img'))
    this.append(picture)
    picture.onload = () => fire(this, 'load', { width: picture.naturalWidth, height: picture.naturalHeight })
    picture.onerror = () => fire(this, 'error', { errMsg: 'image load fail' })
    keepInside(picture, 'load', 'error')
    this.update()
  }
  update() {
    const { picture } = this
    const source = this.getAttribute('src') ?? ''
    if (picture.getAttribute('src') !== source) picture.setAttribute('src', source)
    picture.alt = this.getAttribute('aria-label') ?? ''
    const mode = this.getAttribute('mode') || 'scaleToFill'
    const wide = mode === 'widthFix'
    picture.style.cssText = `width:100%;height:${wide ? 'auto' : '100%'};object-fit:${FIT[mode] ?? 'fill'}`
    if (wide) this.style.height = 'auto'
  }
}

export class WxCanvas extends Base {
  setup() {
    const canvas = (this.canvas = document.createElement('canvas'))
    canvas.style.cssText = 'width:100%;height:100%'
    this.append(canvas)
    const { width, height } = this.getBoundingClientRect()
    canvas.width = width || 300
    canvas.height = height || 150
  }
}

export class WxProgress extends Base {
  static observedAttributes = ['percent']
  setup() {
    this.bar = document.createElement('i')
    this.append(this.bar)
    this.update()
  }
  update() {
    this.bar.style.cssText = `display:block;height:6px;background:#09bb07;width:${this.getAttribute('percent')}%`
  }
}

export class WxWebView extends Base {
  setup() {
    this.append(
      Object.assign(document.createElement('iframe'), { src: this.getAttribute('src') ?? 'about:blank' }),
    )
  }
}
