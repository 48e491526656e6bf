import { useEffect, useState } from 'preact/hooks';

/** What a zustand vanilla store offers; its own hook is made for React. */
export interface Readable<State> {
  getState: () => State;
  subscribe: (listener: () => void) => () => void;
}

/** The state of a store, drawn again after each change. */
export function useStore<State extends object>(store: Readable<State>): State {
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    const follow = () => setState(store.getState);
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}
