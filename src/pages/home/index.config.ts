export default definePageConfig({
  navigationBarTitleText: '税帮',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
