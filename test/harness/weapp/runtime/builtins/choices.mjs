/** Switches, check boxes, radio buttons, labels, buttons and forms. */
import { Base, fire, isTrue, rawAttribute } from './base.mjs'

const paintChecked = (element) => {
  element.setAttribute('aria-checked', String(element.on))
  element.toggleAttribute('data-on', element.on)
}

export class WxSwitch extends Base {
  static observedAttributes = ['checked', 'disabled', 'color']
  setup() {
    this.setAttribute('role', 'switch')
    this.update()
    this.addEventListener('click', () => this.toggle())
  }
  get value() {
    return this.on
  }
  toggle() {
    if (this.isDisabled) return
    this.on = !this.on
    paintChecked(this)
    fire(this, 'change', { value: this.on })
  }
  update() {
    this.on = isTrue(rawAttribute(this, 'checked'))
    paintChecked(this)
  }
}

export class WxCheckbox extends Base {
  static observedAttributes = ['checked', 'value', 'disabled']
  get role0() {
    return 'checkbox'
  }
  get group() {
    return this.closest('wx-checkbox-group')
  }
  setup() {
    this.setAttribute('role', this.role0)
    this.update()
    this.addEventListener('click', () => this.toggle())
  }
  toggle() {
    if (this.isDisabled) return
    this.on = !this.on
    this.tell()
  }
  tell() {
    paintChecked(this)
    const { group } = this
    if (group) fire(group, 'change', { value: group.value })
  }
  update() {
    this.on = isTrue(rawAttribute(this, 'checked'))
    paintChecked(this)
  }
}
export class WxRadio extends WxCheckbox {
  get role0() {
    return 'radio'
  }
  get group() {
    return this.closest('wx-radio-group')
  }
  toggle() {
    if (this.isDisabled || this.on) return
    this.group?.querySelectorAll('wx-radio').forEach((other) => {
      other.on = false
      paintChecked(other)
    })
    this.on = true
    this.tell()
  }
}
const checkedValues = (element, selector) =>
  [...element.querySelectorAll(selector)]
    .filter((item) => item.on)
    .map((item) => item.getAttribute('value') ?? '')
export class WxCheckboxGroup extends Base {
  get value() {
    return checkedValues(this, 'wx-checkbox')
  }
}
export class WxRadioGroup extends Base {
  get value() {
    return checkedValues(this, 'wx-radio')[0] ?? ''
  }
}

export class WxLabel extends Base {
  setup() {
    this.addEventListener('click', (event) => {
      const control = this.querySelector('wx-checkbox,wx-radio,wx-switch,wx-input')
      if (!control || control.contains(event.target)) return
      if (control.toggle) control.toggle()
      else control.click()
    })
  }
}

const openTypes = {
  getPhoneNumber: (button, { mock }) =>
    fire(
      button,
      'getphonenumber',
      mock.phoneNumber ?? { errMsg: 'getPhoneNumber:ok', code: 'mock-phone-code' },
    ),
  getUserInfo: (button) =>
    fire(button, 'getuserinfo', {
      errMsg: 'getUserInfo:ok',
      userInfo: { nickName: '微信用户', avatarUrl: '' },
    }),
  chooseAvatar: (button, { mock }) =>
    fire(button, 'chooseavatar', { avatarUrl: mock.avatarUrl ?? 'http://tmp/avatar.png' }),
  openSetting: (button) => fire(button, 'opensetting', { authSetting: {} }),
  agreePrivacyAuthorization: (button, phone) => {
    phone.privacy.needAuthorization = false
    fire(button, 'agreeprivacyauthorization', {})
  },
  share: (button, phone) => phone.share(button),
  contact: (button) => fire(button, 'contact', { path: '', query: {} }),
}

export class WxButton extends Base {
  static observedAttributes = ['disabled', 'loading']
  setup() {
    this.update()
    this.setAttribute('role', 'button')
    this.tabIndex = 0
    this.addEventListener('click', () => {
      if (this.isDisabled) return
      const formType = this.getAttribute('form-type')
      if (formType) this.closest('wx-form')?.[formType]()
      openTypes[rawAttribute(this, 'open-type')]?.(this, window.__mp)
    })
  }
  update() {
    this.toggleAttribute('data-disabled', this.isDisabled)
    this.setAttribute('aria-disabled', String(this.isDisabled))
    this.toggleAttribute('data-loading', isTrue(rawAttribute(this, 'loading')))
  }
}

export class WxForm extends Base {
  get fields() {
    return [...this.querySelectorAll('[name]')].filter((field) => 'value' in field)
  }
  submit() {
    fire(this, 'submit', {
      value: Object.fromEntries(this.fields.map((field) => [field.getAttribute('name'), field.value])),
    })
  }
  reset() {
    this.fields.forEach((field) => field.update?.())
    fire(this, 'reset', {})
  }
}
