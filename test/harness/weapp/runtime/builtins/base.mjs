/** What all built-in components share: events through glass-easel, so that templates' bindX and catchX see them. */
export const rawAttribute = (element, name) => element.__wxElement?.getAttribute(name)
export const fire = (element, name, detail) =>
  element.__wxElement?.triggerEvent(name, detail, { bubbles: false, composed: false })
export const isTrue = (value) => value === true || value === '' || value === 'true'
/** Keeps the inner native control's own events from being taken for the component's. */
export const keepInside = (node, ...types) =>
  types.forEach((type) => node.addEventListener(type, (event) => event.stopPropagation()))

/** The id becomes a DOM id, so that a test finds `#confirm` on both builds. */
const ID_ATTRIBUTE = 'exparser:info-attr-id'

export class Base extends HTMLElement {
  setAttribute(name, value) {
    // Templates pass every name on; an empty one is none.
    if (value === '' && (name === 'role' || name.startsWith('aria-'))) return this.removeAttribute(name)
    if (name === ID_ATTRIBUTE) super.setAttribute('id', value)
    return super.setAttribute(name === 'aria-role' ? 'role' : name, value)
  }
  connectedCallback() {
    if (this.isSetUp) return
    this.isSetUp = true
    this.setup?.()
  }
  /** The same value set again changes nothing, as in WeChat. */
  attributeChangedCallback(name, before, after) {
    if (this.isSetUp && before !== after) this.update?.(name)
  }
  get isDisabled() {
    return isTrue(rawAttribute(this, 'disabled'))
  }
}
