// As much of the editor's module as the unit tests use. A test sets `editor` and reads what was done to it.

type Listener<T> = (event: T) => void;

/** An event that a test fires. */
export class EventEmitter<T> {
  private listeners: Listener<T>[] = [];
  readonly event = (listener: Listener<T>) => {
    this.listeners.push(listener);
    return { dispose: () => (this.listeners = this.listeners.filter((other) => other !== listener)) };
  };
  fire(event: T): void {
    this.listeners.forEach((listener) => listener(event));
  }
}

export interface Panel {
  title: string;
  options: unknown;
  webview: { html: string };
  revealed: number;
  closed: EventEmitter<void>;
}

/** The editor as a test sees it. */
export const editor = {
  settings: {} as Record<string, unknown>,
  extensions: [] as { packageJSON: unknown }[],
  saved: new EventEmitter<unknown>(),
  panels: [] as Panel[],
};

export const ViewColumn = { Beside: -2 };

export const extensions = {
  get all() {
    return editor.extensions;
  },
};

export const workspace = {
  getConfiguration: (section: string) => ({
    get: (key: string, fallback?: unknown) => editor.settings[`${section}.${key}`] ?? fallback,
  }),
  onDidSaveTextDocument: editor.saved.event,
};

export const window = {
  createWebviewPanel: (_type: string, title: string, _column: unknown, options: unknown) => {
    const panel: Panel = { title, options, webview: { html: "" }, revealed: 0, closed: new EventEmitter() };
    editor.panels.push(panel);
    return {
      ...panel,
      onDidDispose: panel.closed.event,
      reveal: () => (panel.revealed += 1),
      dispose: () => panel.closed.fire(),
    };
  },
};
