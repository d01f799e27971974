export default definePageConfig({
  navigationBarTitleText: '大厅现在',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
