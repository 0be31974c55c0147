package bed

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime"

	"golang.org/x/sys/unix"
)

// tunnels opens the two ways: from within to the API server, and from the API server to the nodes, which it takes through
// a proxy at a socket in the file system.
func tunnels(server, socket string) error {
	// Otherwise every container would have the outer network in its hands.
	unix.CloseOnExec(outside)
	inner, err := net.Listen("tcp", api+":443")
	if err != nil {
		return err
	}
	go accept(inner, func(near net.Conn) {
		far, err := dialOutside(server)
		if err != nil {
			fmt.Fprintln(os.Stderr, "the API server:", err)
			_ = near.Close()
			return
		}
		join(near, near, far)
	})
	_ = os.Remove(socket)
	outer, err := net.Listen("unix", socket)
	if err != nil {
		return err
	}
	go accept(outer, connect)
	return nil
}

func accept(listener net.Listener, serve func(net.Conn)) {
	for {
		near, err := listener.Accept()
		if err != nil {
			fmt.Fprintln(os.Stderr, listener.Addr(), err)
			os.Exit(1)
		}
		go serve(near)
	}
}

// dialOutside connects in the network that the bed was started from. A socket belongs to the network of the thread that
// makes it: the thread ends with this goroutine.
func dialOutside(server string) (net.Conn, error) {
	type result struct {
		far net.Conn
		err error
	}
	done := make(chan result)
	go func() {
		runtime.LockOSThread()
		if err := unix.Setns(outside, unix.CLONE_NEWNET); err != nil {
			done <- result{nil, err}
			return
		}
		address, err := net.ResolveTCPAddr("tcp", server)
		if err != nil {
			done <- result{nil, err}
			return
		}
		far, err := net.DialTCP("tcp", nil, address)
		done <- result{far, err}
	}()
	made := <-done
	return made.far, made.err
}

// connect answers one CONNECT request.
func connect(near net.Conn) {
	reader := bufio.NewReader(near)
	request, err := http.ReadRequest(reader)
	if err != nil || request.Method != http.MethodConnect {
		_ = near.Close()
		return
	}
	far, err := net.Dial("tcp", request.Host)
	if err != nil {
		_, _ = fmt.Fprintf(near, "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n")
		_ = near.Close()
		return
	}
	if _, err := io.WriteString(near, "HTTP/1.1 200 OK\r\n\r\n"); err != nil {
		_ = near.Close()
		_ = far.Close()
		return
	}
	join(near, reader, far)
}

// join carries bytes both ways until both ends are done.
func join(near net.Conn, from io.Reader, far net.Conn) {
	go func() {
		_, _ = io.Copy(far, from)
		closeWrite(far)
	}()
	_, _ = io.Copy(near, far)
	_ = near.Close()
	_ = far.Close()
}

func closeWrite(connection net.Conn) {
	if half, ok := connection.(interface{ CloseWrite() error }); ok {
		_ = half.CloseWrite()
	}
}
