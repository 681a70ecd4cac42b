"""What a form written by several hands needs: signed answers, whose word each is, copies put together, agreements."""
