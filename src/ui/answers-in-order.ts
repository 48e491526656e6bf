/**
 * For questions whose answers may overtake each other. Call it when asking; what it returns says, once the answer is
 * there, whether it still counts: not if the answer to a later question has come before it.
 */
export function answersInOrder(): () => () => boolean {
  let asked = 0;
  let latest = 0;
  return () => {
    const turn = ++asked;
    return () => {
      if (turn < latest) return false;
      latest = turn;
      return true;
    };
  };
}
