/** Text fields, pickers and sliders. */
import { Base, fire, isTrue, keepInside, rawAttribute } from './base.mjs'

const DEFAULT_LENGTH = 140
const INPUT_MODES = { number: 'numeric', digit: 'decimal', idcard: 'text' }

export class WxInput extends Base {
  static observedAttributes = [
    'value',
    'type',
    'password',
    'placeholder',
    'disabled',
    'maxlength',
    'focus',
    'aria-label',
  ]
  get tag() {
    return 'input'
  }
  setup() {
    const control = (this.control = document.createElement(this.tag))
    control.className = 'wx-native-input'
    this.append(control)
    keepInside(control, 'input', 'change', 'focus', 'blur', 'keydown', 'keyup', 'keypress')
    control.addEventListener('input', () =>
      fire(this, 'input', { value: control.value, cursor: control.selectionStart ?? 0, keyCode: 0 }),
    )
    control.addEventListener('focus', () => fire(this, 'focus', { value: control.value, height: 0 }))
    control.addEventListener('blur', () => {
      fire(this, 'blur', { value: control.value })
      fire(this, 'change', { value: control.value })
    })
    control.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && this.tag === 'input') fire(this, 'confirm', { value: control.value })
    })
    this.update()
  }
  get value() {
    return this.control?.value ?? ''
  }
  update(name) {
    const { control } = this
    const value = this.getAttribute('value') ?? ''
    if ((name === undefined || name === 'value') && control.value !== value) control.value = value
    control.placeholder = this.getAttribute('placeholder') ?? ''
    control.disabled = this.isDisabled
    control.setAttribute('aria-label', this.getAttribute('aria-label') ?? control.placeholder)
    this.paintType(this.getAttribute('type') ?? 'text')
    const length = Number(this.getAttribute('maxlength') || DEFAULT_LENGTH)
    if (length >= 0) control.maxLength = length
    else control.removeAttribute('maxlength')
    if (name === 'focus' && isTrue(rawAttribute(this, 'focus'))) control.focus()
  }
  paintType(type) {
    if (this.tag !== 'input') return
    const secret = isTrue(rawAttribute(this, 'password')) || type === 'safe-password'
    this.control.type = secret ? 'password' : 'text'
    this.control.inputMode = INPUT_MODES[type] ?? 'text'
  }
}
export class WxTextarea extends WxInput {
  get tag() {
    return 'textarea'
  }
}

/** The phone's own picker cannot be drawn: a test calls `choose` with what a person would have chosen. */
export class WxPicker extends Base {
  setup() {
    this.addEventListener('click', () => {
      if (!this.isDisabled) window.__mp.lastPicker = this
    })
  }
  get value() {
    return rawAttribute(this, 'value')
  }
  choose(value) {
    fire(this, 'change', { value })
  }
  cancel() {
    fire(this, 'cancel', {})
  }
}

export class WxSlider extends Base {
  static observedAttributes = ['value', 'min', 'max', 'step']
  setup() {
    const control = (this.control = Object.assign(document.createElement('input'), { type: 'range' }))
    this.append(control)
    keepInside(control, 'input', 'change')
    control.addEventListener('input', () => fire(this, 'changing', { value: Number(control.value) }))
    control.addEventListener('change', () => fire(this, 'change', { value: Number(control.value) }))
    this.update()
  }
  get value() {
    return Number(this.control.value)
  }
  update() {
    for (const name of WxSlider.observedAttributes) {
      const value = this.getAttribute(name)
      if (value !== null) this.control[name] = value
    }
  }
}
