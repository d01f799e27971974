/**
 * Lets screens name controls for screen readers inside WeChat: Taro's templates leave `aria-*` out, so they are added
 * here to the templates and to the run-time table that fills them. Plain JavaScript: Taro loads plugins as they are.
 */
const path = require('node:path')
const accessibleComponents = require('./accessible-components.json')

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, accessibleComponents)
      const before = Array.isArray(platform.runtimePath) ? platform.runtimePath : [platform.runtimePath]
      platform.runtimePath = [...before, path.join(__dirname, 'accessibility-runtime.js')]
    },
  })
}
