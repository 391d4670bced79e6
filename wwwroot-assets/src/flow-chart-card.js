// The flow chart is open where there is room for it beside the form; elsewhere it waits for a tap.
export function mount(element) {
    const toggle = element.querySelector('[data-chart-toggle]');
    if (matchMedia('(min-width: 75rem)').matches && toggle?.getAttribute('aria-expanded') === 'false') toggle.click();

    return { dispose() {} };
}
